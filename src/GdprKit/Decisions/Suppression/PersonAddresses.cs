namespace GdprKit;

/// <summary>The addresses that a person has now.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Subject">The person in the ledger.</param>
/// <param name="Addresses">For each channel that is named all addresses of the person.</param>
public sealed record PersonAddresses(SubjectRef Subject, ValueList<MarketingAddress> Addresses)
{
    /// <summary>How many; person and addresses are withheld.</summary>
    public override string ToString() => $"{Addresses.Count} addresses (withheld)";
}
