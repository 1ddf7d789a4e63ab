"""The measured promises. `python -m bench` prints ratios to a floor measured in the same run; `python -m bench.soak` runs
the long forms of the fault and property tests. Milliseconds hold for the machine at hand only; the ratios travel.
"""
