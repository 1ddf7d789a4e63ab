"""The invented conversations: nobody in them is anybody. The words are what was typed; see `playing.Script`."""

from typing import Final

from pictures.playing import Script

#: Maya leads geography, and her Sundays go on marking. Owen teaches maths and listens.
GROW: Final = Script(
    "grow",
    "grow",
    ("Maya", "Owen"),
    "2026-11-05T15:40:00+00:00",
    """
@meeting
1
@in-person
1 2 4
+1
@agree

peer
+1
@topic
Marking Year 9 without it eating my Sunday
+2
@goal
Feedback that Year 9 do something with, finished before I go home on Thursday
+1

It sounds possible, which surprises me
@importance
8
It is the class I like most, and the one I dread opening the books of
+1
@reality
Sixty books every second week; it takes most of Sunday
They look for the grade and close the book
Before half-term I gave feedback to the whole class at once, and four of them redrafted without being asked
I have told nobody how long it takes me
+2
The policy says feedback. It does not say written
/private 4
+1

That they do something with it, and not that I wrote it
@sort
1 1
2 1
3 3
4 4
5 3
@checkpoint
1
@options
Feedback to the whole class on one slide, twenty minutes
Five books a lesson, while they write
/park ask English how they do it
Letters in the margin that they look up on a list
They mark the first draft in pairs
Leave one set unmarked, and see who notices
+2
/take A
@pick
1 4
/reason it worked once, and I was not even trying

The slide; I can picture the lesson
@actions
1
Thursday
/field first step look through twelve books, not sixty
Tell Owen on Friday what they did with it
Friday
+1
@commitment
8
Somebody is going to ask me on Friday
@leaving
That I can stop writing in margins and still be giving feedback
@useful
You asked what a visitor would see
@stance
1
@next-date
in a week
""",
    45,
)

#: A week later: what became of it.
FOLLOW_UP: Final = Script(
    "grow-follow-up",
    "grow",
    ("Maya", "Owen"),
    "2026-11-12T15:40:00+00:00",
    """
@since
done: the slide took me twenty-five minutes, and Sunday was mine
moving, I told you about half of it in the corridor
@learned
That twelve books tell me what sixty tell me
@topic
The ones who did nothing with the slide
+2
@goal
Everybody changes one thing in their draft while I am in the room
@importance
7
It is nearly there
+1
@reality
Nineteen of twenty-eight changed something
The others copied the slide down, very neatly
I gave them eight minutes
They do not know which point is theirs
+2

That they cannot see themselves on the slide
@checkpoint
1
@options
A number on each draft that says which point to begin with
Fifteen minutes, and nothing else that lesson
Two of the nineteen show what they changed
They underline the sentence before they change it
Ask them what they would need
+1
@pick
1 4

The numbers: it is ten minutes with a pencil
@actions
1
Thursday
2
Thursday
+1
@commitment
9

@leaving
They were not being lazy. They did not know it was about them
@stance
1
@next-date
Thursday 26 November
""",
    30,
    follows="grow",
)

#: Twenty minutes after school: Ruth is stuck on one thing, and Dan asks.
PAY_OFF: Final = Script(
    "instant-pay-off",
    "instant-pay-off",
    ("Ruth", "Dan"),
    "2026-11-17T15:35:00+00:00",
    """
@agree

Independent

+1
@problem
Year 8 tutor time starts ten minutes late every day
+1
@ideal
They come in, sit down and read, and I use the first five minutes to talk to one of them
+1
@blocks
I stand at the door and let people tell me things
I gave up the reading in October
I dislike being the one who nags

Four of them come straight from PE
Nobody has told them when it starts
+1

The room is used until the bell
The books are in the other building
+1
@ways
Stand inside, not at the door
A box of books on the windowsill
Ask the four what would help after PE
Start with two minutes of quiet, whoever is there
Ask the class before us to leave the chairs out
+1
/yes
1 A
2 G
3 D
4 E
5 F
@choose
1 2
@actions
1
tomorrow
2
Friday
+1
@confidence
8
@leaving
It is my two minutes at the door, not their ten
@how
1 you let me finish
@next-date
no date
""",
    20,
)

#: Nadia looks at one moment of a meeting from three chairs. Ellie moves the chairs.
CIRCLES: Final = Script(
    "perspective-circles",
    "perspective-circles",
    ("Nadia", "Ellie"),
    "2026-11-09T16:00:00+00:00",
    """
@meeting
1
@agree

Independent

+1
@scene
I said that the trip was cancelled, and the room went quiet
+1
@who
A colleague on my team
The head of year
+1
@me
Embarrassed, and a little cross

Eyes on the table; one pen put down
+1

I should have told them before the meeting
They think I did not fight for it

Nobody says: thank you for trying
+2
@move-seat

@them
I am disappointed; I had told my class
told

I see somebody reading it from a sheet, fast
guess

+1
Nobody asked me what we could do instead
guess
She looks as if she wants it to be over
could ask

I hear: it is decided
guess
+2
@move-seat

@them
Relieved that it was said at all
told

Two people who will not look at each other
know

The forms were a week late; that is not her doing
guess

I hear the quiet as anger, and perhaps it is not
could ask
+2
@onlooker
Both wanted the trip, and both are sorry for the pupils

Quiet means anger to one and disappointment to the other

What the class was told, and by whom
+1
@shift
The quiet may not have been about me
@worth-checking
1 3
@actions
Ask my colleague what she had told her class
tomorrow
/field first sentence How was that meeting for you?
Ask the head of year for ten minutes about a trip in spring
Friday
@leaving
Two of the three of us were sad about the same thing
@stance
1
@next-date
no date
""",
    35,
)

#: A tutor team looks back on a term of homework.
WORKING_WELL: Final = Script(
    "whats-working-well",
    "whats-working-well",
    ("Grace", "Tom"),
    "2026-11-20T15:45:00+00:00",
    """
@meeting
1
@agree

y
+1
@subject
Homework in Year 7, since September
+1
@notes
The homework club is full on Wednesdays
Parents write to say they can see what is set
Reading logs come back signed
+1

Maths and science often fall on the same night
The planner is used in about half the tutor groups
It depends on who sets it how long it takes

Nobody looks at what comes in late
Twelve pupils have no quiet place to work
+2
@what-made-it
Somebody is always there on Wednesday, so they know where to go
+1
@hurts-most
1
Late work without an answer teaches them that it does not count
@lift
5 the club could open on a second day
@how-up
Open the club on Mondays as well, with Year 10 helping
Ask the twelve which day suits them
Lend out the quiet room at lunch
+1
@quick
2
@patience
2 it has been tried twice
@forward
1 2
@actions
2
Wednesday

1
Friday 4 December

+1
@leaving
More works than we say to each other
@useful
Beginning at the top row
@stance
1
@next-date
in three weeks
""",
    35,
)

#: All of them, in the order in which they are held.
ALL: Final = (GROW, FOLLOW_UP, PAY_OFF, CIRCLES, WORKING_WELL)
