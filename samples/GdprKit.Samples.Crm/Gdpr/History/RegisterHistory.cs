using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>With which register the shop worked, since when. About nobody, so it stays.</summary>
public sealed record RegisterHistory : IStreamState<RegisterHistory>
{
    private const int ShownDigits = 12;

    public Digest? Register { get; init; }

    public Instant Since { get; init; }

    public static EntryType<RegisterUsed> Used { get; } = new("crm.register-used/1", HistoryJson.Default.RegisterUsed);

    public static StreamFold<RegisterHistory> Fold { get; } = new StreamFold<RegisterHistory>("crm.register", version: 1, new(), HistoryJson.Default.RegisterHistory)
        .On(Used, (_, entry) => new RegisterHistory { Register = entry.Facts.Register, Since = entry.RecordedAt })
        .Tell(Used, (entry, words) => words.Choose(
            nl: $"Sinds dit moment geldt register {Short(entry.Facts.Register)} van wat de winkel bewaart, waarvoor en hoe lang.",
            en: $"From this moment register {Short(entry.Facts.Register)} applies to what the shop keeps, what for and how long."))
        .KeptAs(OwnRecordKind.Evidence);

    public static StreamId Stream { get; } = new(Fold.Kind, SubjectRef.None, StreamKey.Empty);

    public StreamIndex ToIndex() => new(StreamStatus.Parse("in-use"), Since);

    private static string Short(Digest register) => register.ToString()[..ShownDigits];
}
