namespace GdprKit;

/// <summary>A part of a retention run: what is done with the rows of one entity.</summary>
/// <remarks>
/// It names its part by a digest, because the ledger holds no free words in its facts; <see cref="RetentionRuns.Name"/> says which entity and which properties that are.
/// Immutable. Safe for use by several threads.
/// </remarks>
public sealed record RunStep
{
    /// <summary>Which part of the plan: the digest of the names of store, entity and properties.</summary>
    public required Digest Part { get; init; }

    /// <summary>
    /// Whether the rows go, lose values, or leave daily use and come back: <see cref="DisposalAction.Delete"/>, <see cref="DisposalAction.Blank"/> or <see cref="DisposalAction.Archive"/>.
    /// </summary>
    public required DisposalAction Action { get; init; }

    /// <summary>How many rows were approved.</summary>
    public required long Approved { get; init; }

    /// <summary>
    /// How many rows it may concern: those that were approved to go whole lose their values as well, where a row that is protected refers to them, so that they must stay.
    /// </summary>
    public required long Most { get; init; }

    /// <summary>How many rows changed, exactly.</summary>
    public long Done { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Why it could not be done; <see langword="null"/> when it could, or nobody tried yet.</summary>
    public RunFault? Fault { get; init; }

    /// <summary>What is done with how many rows.</summary>
    public override string ToString() => $"{Action} {Done} of {Approved}";
}
