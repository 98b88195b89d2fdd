namespace GdprKit;

/// <summary>What the end of a retention period means.</summary>
public enum RetentionSide
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>The data must be kept at least until the end.</summary>
    MustKeep,

    /// <summary>The data must be gone when the end is reached.</summary>
    MustBeGone,

    /// <summary>The data are kept until the end and go then.</summary>
    Both,
}
