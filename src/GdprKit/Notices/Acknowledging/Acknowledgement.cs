using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What shows that a person said to have read a version of the notice. It is no consent, and no service may depend on it (Art. 7(4)).</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record Acknowledgement
{
    /// <summary>The digest of the version that was shown (<see cref="NoticeVersion.Digest"/>).</summary>
    public required Digest Version { get; init; }

    /// <summary>The language in which it was shown.</summary>
    public required Language Language { get; init; }

    /// <summary>How the person said so.</summary>
    public required AcknowledgementMeans Means { get; init; }

    /// <summary>The exact words beside the box or on the button.</summary>
    public required string Label { get; init; }

    /// <summary>When; <see langword="null"/>, the default, for now.</summary>
    public Instant? At { get; init; }

    /// <summary>What the employee wrote down who recorded it; required for <see cref="AcknowledgementMeans.Paper"/> and <see cref="AcknowledgementMeans.Phone"/>. Kept as details.</summary>
    public string? Note { get; init; }

    /// <summary>The id of the form, so that one that is sent twice counts once; <see langword="null"/> for none.</summary>
    public EntryId? Id { get; init; }
}
