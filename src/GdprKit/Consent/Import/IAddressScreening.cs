using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>What an import asks about the addresses that came with it. <see cref="SuppressionList"/> answers it.</summary>
/// <remarks>As safe for use by several threads as its ledger is.</remarks>
public interface IAddressScreening
{
    /// <summary>Asks whether consent that came with addresses can be taken over.</summary>
    /// <param name="addresses">The addresses, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// For each, in the same order, what stands against it: <see cref="ImportObstacle.Suppressed"/>, <see cref="ImportObstacle.AddressUnreadable"/>, or
    /// <see cref="ImportObstacle.Unspecified"/> for nothing. Where it cannot be told an exception, and nothing is taken over.
    /// </returns>
    ValueTask<ValueList<ImportObstacle>> ScreenAsync(ValueList<MarketingAddress> addresses, CancellationToken cancellationToken);

    /// <summary>What is to be recorded of a person whose address was found, together with the import.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="channel">The channel of the address.</param>
    StreamChange Found(SubjectRef subject, MarketingChannel channel);
}
