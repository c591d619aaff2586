"""What gives away in English that a question leads: hard signals, then soft; see `Signal` for the signs."""

from goedgesprek_tui.clean.rating.signals import Signal

NAMES = {
    "YOU": "you",
    "THEY": "he she they it",
    "THAT": "that it this",
    "FEEL": "feel feels felt",
    "NOT": (
        "don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't "
        "haven't hasn't hadn't"
    ),
    "NICE": (
        "good nice great lovely awful terrible horrible hard sad brave interesting wonderful annoying "
        "sorry amazing lucky pity shame"
    ),
    "WHETHER": "whether if know",
    "COUNTED": "often long late old many much do does did is are was come far can could would",
}
"""Words by the name that patterns have for them; after WHETHER *or* is no choice, COUNTED is no measure."""

HARD = (
    Signal(
        "own_experience",
        """
        i (had|have|know|recognise|recognize) (that|the same|this)( too| feeling)?
        <with me|for me|to me>
        me too
        <when i was> NEW
        ^my (son|daughter|child|kids|children|husband|wife) NEW
        """,
    ),
    Signal(
        "blame",
        """
        ^why (didn't|haven't|hadn't|weren't) YOU NEW
        ^how could YOU NEW
        YOU (should|could) have NEW
        your (own )?fault
        """,
    ),
    Signal(
        "advice",
        """
        ^(have|had) YOU ((ever|already) )?(considered|tried|thought|asked|talked|spoken|been)
        ^did YOU (try|ask|talk|call) NEW
        why (don't|not|doesn't) (YOU )?NEW
        YOU (should|could|can|must|might|ought|need to|have to) NEW
        (maybe|perhaps) YOU NEW
        what if YOU NEW
        (would|does|might) (it|that) help
        if i were YOU
        i would NEW
        how about NEW
        ^(could|can) YOU NEW
        ^(try|ask|talk|call|give|let|tell them|shall we|shall i|let's) NEW
        """,
    ),
    Signal(
        "interpreted_feeling",
        """
        !YOU FEEL NEW
        (do|did) YOU FEEL NEW
        !(you're|you are|you were|you seem|you sound) NEW
        !THAT makes YOU NEW
        """,
    ),
    Signal(
        "interpretation",
        """
        is (it|that) because
        ^so (YOU|THEY|you're|really|actually) NEW
        YOU mean( that)? NEW
        i think (that )?NEW
        it sounds (like|as if)
        could it be
        is it possible that
        !(maybe|perhaps|probably|apparently) NEW
        ^(is|are|does|do) (THEY|YOU) (just|maybe|perhaps|really) NEW
        """,
    ),
    Signal(
        "evaluation",
        """
        ^(how|what a|that's|that is|that sounds|it is|it's) ~ NICE(?! (is|was|are|were|do|does))
        ^(NICE|well done|good for you|of course)( ,|$| for| that| to)
        THAT must (be|have been) NEW
        !(that's|THAT (is|was|sounds)) NEW
        i (understand|get) (THAT|YOU|how)
        YOU are (so )?right
        !<enough|too much|too little>
        don't YOU (think|agree)
        """,
    ),
    Signal("either_or", "!^(?P<new>((?!WHETHER )\\S+ ){1,40}or (?!not( |$)|so$|something)\\S.*)"),
    Signal(
        "negative_question",
        r"""
        ^NOT NEW
        ^why (don't|doesn't|not) NEW
        ?\S+ ~ <not|never>
        """,
    ),
    Signal(
        "tag_question",
        r"""
        (\S+ )+[NOT (THEY|YOU|we|that)]$
        (\S+ )+[, (right|no|yes|huh|eh)|huh]$
        ^(?!(\S+ ){0,2}is (that|it|this) right$)(\S+ )+[right]$
        """,
    ),
)

SOFT = (
    Signal("why", "[why|how come]\nwhat (is|was) the [reason|cause]"),
    Signal(
        "solution_push",
        """
        (how|what) (will|can|could|would|are|do) YOU ~ <solve|fix|do|change|handle|deal|improve|going to do>
        what have YOU (done|tried)
        <solution|solutions|plan|steps?>
        """,
    ),
    Signal(
        "presupposition",
        "how long\nsince when\nwhen did ~ (start|begin)",
        presumed="het al een tijd duurt",
    ),
    Signal("presupposition", "<again|still>", presumed="het vaker was of nog zo is"),
    Signal(
        "presupposition",
        "(what|who) (\\S+ )?<helps|helped|supports|help|works>",
        presumed="er iets of iemand is die helpt",
    ),
    Signal("presupposition", "what (makes|made|causes|caused)", presumed="er een oorzaak is"),
    Signal("nog_meer", "<anything more|what more|more about>"),
    Signal("generalisation", "<always|never|everyone|everybody|nobody|every time|constantly>"),
    Signal(
        "third_party",
        r"""
        what (does|did|do) (?!you( |$)|(it|that) )\S+ ~ (think|feel|want|say about)
        how (does|did|do|is|was) (?!(you|that|it)( |$))\S+ ~ feel
        how (is|was) THAT for (?!you)\S+
        """,
    ),
    Signal(
        "scale",
        r"""
        how (?!COUNTED )\S+ (is|are|was|were|do|does|did)
        on a scale
        from (1|one|0|zero) to
        """,
    ),
    Signal(
        "feeling_frame",
        """
        how (do|did|does) (YOU|THAT) (make YOU )?<feel>
        how (is|was) THAT for YOU
        what (do|did) YOU (think|feel)
        what (does|did) THAT do to YOU
        """,
    ),
    Signal("closed_suggestion", "?NEW"),
)
