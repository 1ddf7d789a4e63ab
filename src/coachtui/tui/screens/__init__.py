"""The places: Home, Choose and Session, and the panels over them."""
