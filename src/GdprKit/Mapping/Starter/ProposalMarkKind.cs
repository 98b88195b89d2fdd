namespace GdprKit;

/// <summary>What a mark in a proposal asks of its reader.</summary>
public enum ProposalMarkKind
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>Something was guessed; read it, and correct it where it is wrong. Marked <c>// GUESS:</c>.</summary>
    Guess,

    /// <summary>Something that no program can know is still to be written. Marked <c>// FILL IN:</c>.</summary>
    FillIn,
}
