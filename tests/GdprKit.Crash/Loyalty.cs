using System.Text.Json.Serialization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Crash;

/// <summary>What is remembered of a customer: what was bought, number by number.</summary>
public sealed record Loyalty : IStreamState<Loyalty>
{
    private static readonly EntryType<Purchase> Bought = new("crash.bought/1", LoyaltyJson.Default.Purchase);

    public static StreamFold<Loyalty> Fold { get; } = new StreamFold<Loyalty>("crash.loyalty", version: 1, new(), LoyaltyJson.Default.Loyalty)
        .On(Bought, static (state, entry) => state with { Purchases = entry.Facts.Number });

    public int Purchases { get; init; }

    public static StreamId StreamOf(SubjectRef subject) => new(Fold.Kind, subject, StreamKey.Empty);

    public static EntryDraft Buy(int number) => Bought.Draft(new Purchase(number)) with { Details = EntryDetails.Of(("remark", "with a remark")) };

    public StreamIndex ToIndex() => new(StreamStatus.Parse("known"), Instant.FromUnixTimeSeconds(Purchases));
}

/// <summary>The facts of a purchase.</summary>
/// <param name="Number">The how-manyeth it is.</param>
internal sealed record Purchase(int Number);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Loyalty))]
[JsonSerializable(typeof(Purchase))]
internal sealed partial class LoyaltyJson : JsonSerializerContext;
