using System.Globalization;
using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>A customer who does not exist: names and places are words of music, addresses lead nowhere, telephones do not ring.</summary>
internal sealed record InventedCustomer(
    string FirstName, string LastName, string? Company, string Street, string PostalCode, string City, string Country, string Phone, string? Fax, string Email)
{
    private static readonly string[] FirstNames =
        ["Alt", "Bas", "Cello", "Dolce", "Echo", "Fagot", "Gamba", "Hobo", "Intro", "Jazz", "Koor", "Lier", "Mezzo", "Noot", "Oktaaf", "Piano", "Rondo", "Solo", "Tenor", "Viola"];

    private static readonly string[] LastNames =
        ["Akkoord", "Ballade", "Coda", "Duet", "Etude", "Fuga", "Gavotte", "Hymne", "Interval", "Kwartet", "Largo", "Maat", "Nocturne", "Opus", "Prelude", "Refrein", "Sonate", "Toccata", "Vibrato", "Wals"];

    private static readonly string[] Streets = ["Bolerolaan", "Cantateweg", "Fanfareplein", "Galoppad", "Mazurkastraat", "Polkadreef", "Serenadehof", "Tarantellakade"];

    private static readonly string[] Cities = ["Dalmuziek", "Klankdam", "Liedrecht", "Melodieburg", "Nieuw-Akkoord", "Oosterzang", "Ritmeveen", "Toonhuizen"];

    private static readonly string[] Abroad = ["Belgium", "Belgium", "Belgium", "Germany", "Germany", "France", "Denmark", "Ireland"];

    /// <summary>The customer with a number; the same for the same seed, whoever else is made.</summary>
    public static InventedCustomer Number(long number, ulong seed)
    {
        var random = SeededRandom.For(seed, number);
        var (first, last) = (random.OneOf<string>(FirstNames), random.OneOf<string>(LastNames));
        return new InventedCustomer(
            first,
            last,
            random.OneIn(8) ? $"{random.OneOf<string>(LastNames)} & {random.OneOf<string>(LastNames)} B.V." : null,
            string.Create(CultureInfo.InvariantCulture, $"{random.OneOf<string>(Streets)} {1 + random.Below(250)}"),
            string.Create(CultureInfo.InvariantCulture, $"{random.Below(10_000):0000} {(char)('A' + random.Below(26))}{(char)('A' + random.Below(26))}"),
            random.OneOf<string>(Cities),
            random.Below(10) < 7 ? Countries.Netherlands : random.OneOf<string>(Abroad),
            Unreachable(random.Below(10_000_000)),
            random.OneIn(30) ? Unreachable(random.Below(10_000_000)) : null,
            string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{number}@mail.example"));
    }

    // No number in the Netherlands begins with 00.
    private static string Unreachable(int number) => string.Create(CultureInfo.InvariantCulture, $"+31 00 {number:000 0000}");
}
