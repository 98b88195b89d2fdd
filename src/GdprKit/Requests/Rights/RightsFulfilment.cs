using GdprKit.Ledger;

namespace GdprKit;

/// <summary>What was done to carry out a request.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RightsFulfilment
{
    private RightsFulfilment(RightsFulfilmentMeans means, string done) => (Means, Done) = (means, done);

    /// <summary>How it was done.</summary>
    public RightsFulfilmentMeans Means { get; }

    /// <summary>What was done, in words that the person reads.</summary>
    public string Done { get; }

    /// <summary>The digest of the answer that was given, such as a letter or an export, which is kept elsewhere.</summary>
    /// <value>The default is <see langword="null"/>: nobody says what it was.</value>
    public Digest? Answer { get; init; }

    /// <summary>The entry by which it was ordered, where it was done by what the ledger has.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public EntryId? Order { get; init; }

    /// <summary>It was done by hand.</summary>
    /// <param name="done">What was done, in words that the person reads, at most 4,000 characters. Kept apart from the facts; can be forgotten.</param>
    public static RightsFulfilment ByHand(string done) => new(RightsFulfilmentMeans.ByHand, done);

    /// <summary>What is held was handed out as an export, which answers a request for access or portability.</summary>
    /// <param name="export">The export, as <see cref="RightsExports.MakeAsync"/> gave it.</param>
    /// <param name="done">What was done, in words that the person reads, at most 4,000 characters. Kept apart from the facts; can be forgotten.</param>
    public static RightsFulfilment ByExport(PersonalDataExport export, string done)
    {
        ArgumentNullException.ThrowIfNull(export);
        return new(RightsFulfilmentMeans.Export, done) { Answer = export.Digest };
    }

    /// <summary>The data were erased, as was ordered with <see cref="Erasures.OrderForAsync"/>; what must stay goes by itself.</summary>
    /// <param name="done">What was done and what stays until when, in words that the person reads, at most 4,000 characters. Kept apart from the facts; can be forgotten.</param>
    public static RightsFulfilment ByErasure(string done) => new(RightsFulfilmentMeans.Erased, done);

    /// <summary>How it was done; what was done is withheld.</summary>
    public override string ToString() => Means.ToString();
}
