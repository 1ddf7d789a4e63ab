"""Three conversations between two invented middle leaders, as the lines they typed. See `test_transcripts`.

`@step` says where they have to be by now, `+2` lets two minutes pass, `# ` is a heading, `^words` is Up and other words.
"""

#: Sam leads humanities in an invented school; Alex leads science. A GROW, forty-five minutes after school.
GROW = """
@meeting
1

@in-person
1 2 3
+1

# Three sentences are agreed, one of them in other words; then what Alex may say to whom.
@agree
n
ok
that is fine
/edit 3 Either of us can skip a question or stop, and nobody minds

peer

+2
@topic
How I run the Tuesday meeting
/ask
How I run the Tuesday department meeting
y

@goal
+3
People leave on time
^People leave the meeting on time

It sounds like too little
/edit 1 People leave on time, with one thing decided

+4
@importance
9 it is the only hour we all have

@reality
Thirty minutes of notices, ten minutes of teaching and learning
Two people mark books at the back
I prepare it on Tuesday at lunch
/ask
Jo said last week that she could have read all of it
/park ask Jo to open a meeting
It is a little better when we look at pupils' work
/private 4
/edit 3 I prepare it on Tuesday at lunch, if at all
+5

That nobody minds whether it happens

@sort
1 1
2 happening
5 helps
3 4
I told everybody to close their laptops
6 tried
4 4

# A second thought about the goal: the answer leads there and back.
@checkpoint
2
+2

@goal
/edit 1 That people decide one thing about lessons, and leave on time

/next
@checkpoint
On to options

@options
+2
Notices in one email on Monday
Look at three books together each time
/take A
A different person opens it each week
Nothing at all for a week, and see who asks

@pick
1 2
/reason it frees the half hour the rest needs

The Monday email; it costs me ten minutes

@actions
+2
1
Monday
/field first step write down what I said last Tuesday
2: Look at three books together, Year 8, in a small way
Tue 1 December
/field who Alex
/undo

@commitment
5 we have said this before
The Monday email, that one I will do
Leaving out the second
# The offer: a smaller action, and back to the number.
y
@actions
/edit 2 Look at one book together, Year 8

@commitment
8


@leaving
+2
That the notices were never the point

@useful
Being asked what a visitor would see

@stance
1

@next-date
in a week
""".strip("\n")

#: A week later: what became of it, and what has changed.
FOLLOW_UP = """
@meeting

# What was agreed stands.
@still-agreed

@since
done: eleven people read it, two answered
stuck, I could not choose the book

@learned
That an email is read when it is short

@topic
Getting the others to bring a book

@goal
Three people bring a book without being asked


@importance

@reality
Two brought one, and both were proud of it
The others said nobody had told them


@sort
/next
@checkpoint

@options
Ask two people by name, on Thursday
Say which class
/by Alex
Bring one of my own first
/by

@pick
1 3
3


@actions
Ask Jo and Kim by name
Thursday

@commitment
6
n


+9
/time
/where
/go 14
@commitment
7


@leaving
One name is better than an email to all

@useful

@stance

@next-date
no date
""".strip("\n")

#: Alex is stuck on one thing, and Sam coaches: twenty minutes.
PAY_OFF = """
@agree

independent

+1
@problem
Set 3 does not hand in homework
Nine of the twenty-six in set 3 have handed in no homework since half-term
y

@ideal
Everybody hands in something, and I read it the same evening
/park let them choose one of three tasks
They ask when they get it back

+3
@blocks
I stopped asking after the second week
I set it on the fly at the end

No room to work at home for three of them
They do not know it counts

Book collection is on the day I have five lessons
/col In
/col In me
I do not like the argument

+2
@ways
/by Sam
Set it in the first five minutes
/by
/take a
Homework club on Wednesday for those three
Tell them what I do with it
/yes
@ties
1 B
2 and d
D 3
4 9
/ask
/unlink 3 D

@choose
1 1
1 3

@actions
1
today
2: Show set 3 on Monday what I did with their last homework
Monday break

@confidence
6
y
@actions
/drop 1
/undo
/edit 1 Set Monday's homework in the first five minutes

@confidence
9 that one is easy

@leaving
That it is my five minutes, not their attitude

@how
2 you waited

@next-date
no date
""".strip("\n")

#: Every kind and every setting; the answers are only there to fill them. Coach and coachee have met before.
EVERYTHING = """
@entry
With what happened last time

@rules

@line
The line is bad

@promised
done, it was quick to do

@last-wall
That nobody knew what the colours meant

@pact
n
y
Photographs of the wall stay here
y
n
n
ask
open
y

@topic
The new marking

It sounds small
/ask

@goal
Fewer books at home

More time to talk about them

Nothing yet

@by-when
/ask
in three weeks

@hunch
How often the word 'should' comes

@who
A pupil
A parent
Head of maths

# Circles: my own first, then one after another, roles moving on.
@me
I am tired of it

Piles on the table

It is not for them


@own-words
It'll do

@move-seat
A remark where nothing is asked

@them
Nobody reads it
I am guessing
two colours
I could

1

My mother asks about it
they

/back
/back
@move-seat

@them
/next
@move-seat

@them
/ask
Does it count
1
Do I have to
/no
/next
@move-seat

@them
/next
@worth-checking
1 because it would change the rest
2

@heard
1

@well
They answer each other

@not-yet

Half of it late

/type worry
Only the last page
/type worry
/tag seen

@vote
1 1 2

2 2

2

@lift
1

@chain
It is all at once
/tag believed

@options
One question each
Every second week
Pupils mark first
/park a stamp
A
In class
By voice

# Sorting: two numbers move a note; in a grid the second counts the cells.
@columns
1 1
3 2
/next
@grid
1 1
2 4
/next
@rings
1 1
2 2
/next
@target
Ask the department
/type action

A quiet hour
/type resource
/col never
Give it up altogether


@feeds
A 1

@checkpoint
One more person

@who
A new colleague

@checkpoint
/go now sit where a new
@move-seat

@them
It is all new to me
4
/go where next
@checkpoint
Weigh them first

@matrix
4
2
3 just about
1
/next
@letters
2
4
4
1
3
/next
@wheel
empty
brim-full
6
7
3
4
5
6
8
9

@pick
2 1
1 2
Something else altogether

@actions
1
Friday
Alex
2
Kim, 28/11
3: Tell the pupils

/field whom to tell the head of year


@commitment
5 too much at once
Fewer of them
y
@actions
/drop 3

@commitment
8

@last-word
Well

@last-word
Good

@last-word

@hat
About time

@hat
Really

@again
Much

@leaving
One question each

@useful

@stance
2

@next-date
not yet
"""[1:-1]
