using NodaTime;

namespace GdprKit;

/// <summary>
/// How consent to an activity is asked, proven and bounded (Art. 7), where it differs from the default: one question for the whole
/// activity, derived from its purpose, that stands until it is withdrawn.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ConsentTerms
{
    /// <summary>How long consent lasts after it was given, in calendar units in the controller's zone; it expires by itself then.</summary>
    /// <value>The default is <see langword="null"/>: until it is withdrawn. The Regulation sets no limit; what people expect does (EDPB Guidelines 05/2020, 110).</value>
    public Period? ValidFor { get; init; }

    /// <summary>
    /// The channels over which the person must confirm that the address is theirs before it is used (double opt-in), in their order;
    /// each is one of <see cref="ProcessingActivity.Marketing"/>.
    /// </summary>
    /// <value>The default is none.</value>
    public ValueList<MarketingChannel> DoubleOptIn { get; init; } = [];

    /// <summary>Whether people agree to each marketing channel apart, so that they can want mail and no calls.</summary>
    /// <value>The default is <see langword="false"/>: one consent for all channels.</value>
    public bool PerChannel { get; init; }

    /// <summary>The exact words beside the box that people tick, in every language.</summary>
    /// <value>The default is <see langword="null"/>: they are made from the purpose.</value>
    public LocalizedText? Question { get; init; }
}
