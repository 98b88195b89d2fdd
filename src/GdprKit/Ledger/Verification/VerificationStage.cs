namespace GdprKit.Ledger;

/// <summary>How it stands with the verification of the ledger in a process.</summary>
public enum VerificationStage
{
    /// <summary>None is asked for, and none runs.</summary>
    Unspecified = 0,

    /// <summary>One is asked for, and begins when a worker comes to it.</summary>
    Asked,

    /// <summary>One runs.</summary>
    Running,

    /// <summary>The last one broke off before its end, because the database or the process did not go on.</summary>
    BrokenOff,
}
