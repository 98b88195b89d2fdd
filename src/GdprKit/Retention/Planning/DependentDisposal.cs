namespace GdprKit;

/// <summary>What becomes of rows that refer to a row that is to go.</summary>
public enum DependentDisposal
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>The row waits for them: it stays, with its values gone, as long as one of them stays.</summary>
    AwaitedFirst,

    /// <summary>They hold nothing of their own, and go with it.</summary>
    GoAlong,

    /// <summary>They stay, and refer to nothing any more.</summary>
    Detached,
}
