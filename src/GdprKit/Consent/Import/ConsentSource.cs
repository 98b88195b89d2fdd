using System.Text;
using GdprKit.Consent;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>Where a list of consents is from. The description is kept for ever beside what was imported, so it identifies no person.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ConsentSource
{
    private ConsentSource(string description, Instant obtainedAt, AgreedRegister agreedTo)
    {
        (Description, ObtainedAt, AgreedTo) = (description, obtainedAt, agreedTo);
        Content = LedgerContent.Of(Encoding.UTF8.GetBytes(description));
    }

    /// <summary>In words: from which system, how it was asked there, who exported it.</summary>
    public string Description { get; }

    /// <summary>When the list was obtained.</summary>
    public Instant ObtainedAt { get; }

    /// <summary>To what the people on it agreed.</summary>
    public AgreedRegister AgreedTo { get; }

    internal LedgerContent Content { get; }

    /// <summary>A source.</summary>
    /// <param name="description">In words: "export of the old mail program; ticked on the sign-up form of 2019".</param>
    /// <param name="obtainedAt">When the list was obtained.</param>
    /// <param name="agreedTo">To what the people on it agreed: what an earlier register says, what that of today says, or what nobody knows.</param>
    /// <exception cref="ConsentException">GDPR1204: there is no description.</exception>
    public static ConsentSource Of(string description, Instant obtainedAt, AgreedRegister agreedTo)
    {
        ArgumentNullException.ThrowIfNull(agreedTo);
        return string.IsNullOrWhiteSpace(description)
            ? throw ConsentRefusals.Incomplete("where the list is from")
            : new ConsentSource(description, LedgerTime.Floor(obtainedAt), agreedTo);
    }

    /// <summary>The description.</summary>
    public override string ToString() => Description;
}
