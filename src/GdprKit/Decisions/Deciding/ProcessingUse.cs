using NodaTime;

namespace GdprKit;

/// <summary>What is to be done with the data of a person, and what only the application knows of it: <c>ProcessingUse.MessageTo(address)</c>.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ProcessingUse
{
    /// <summary>The data are used, now, and no message is sent; the answer can be remembered for a moment.</summary>
    public static ProcessingUse Ordinary { get; } = new();

    /// <summary>The channel over which a message is to be sent; <see langword="null"/> for none.</summary>
    public MarketingChannel? Channel { get; private init; }

    /// <summary>The address to which it is to be sent; <see langword="null"/> where the suppression list is not asked.</summary>
    public MarketingAddress? Address { get; private init; }

    /// <summary>What is to be done.</summary>
    /// <value>The default is <see cref="ProcessingOperation.Use"/>.</value>
    public ProcessingOperation Operation { get; init; } = ProcessingOperation.Use;

    /// <summary>For what the data are used although restricted (Art. 18(2)); <see langword="null"/> for nothing of the kind.</summary>
    public RestrictionExemption? Exemption { get; init; }

    /// <summary>The moment about which is asked; <see langword="null"/> for now.</summary>
    /// <remarks>What the consent was then counts; whatever else is known counts as it is now, and denies in doubt.</remarks>
    public Instant? At { get; init; }

    /// <summary>Whether the ledger is asked in any case, so that what another instance has just recorded of the person is seen; what it has just published is seen within the declared time.</summary>
    /// <value>The default is <see langword="false"/>: what another instance records is seen within <see cref="DecisionOptions.SeenElsewhereWithin"/>.</value>
    public bool IsStrict { get; init; }

    /// <summary>
    /// The age of the person in years, where the activity addresses minors; <see langword="null"/> when it is not known here, and then counts
    /// what was checked when consent was given.
    /// </summary>
    public int? SubjectAge { get; init; }

    /// <summary>The member state whose age of consent counts; <see langword="null"/> for that of the controller.</summary>
    public CountryCode? MemberState { get; init; }

    /// <summary>What is known of the rule for existing customers; counts where the activity declares that it relies on it.</summary>
    public SoftOptIn? SoftOptIn { get; init; }

    /// <summary>Whether the person was told of the purpose, as far as the host knows. It can only deny: of what is published through the ledger the decision finds it by itself.</summary>
    /// <value>The default is <see langword="true"/>; say <see langword="false"/> where a purpose was added and the notice that names it is still to be sent.</value>
    public bool IsToldOfPurpose { get; init; } = true;

    /// <summary>Whether the answer depends on the person and the activity alone, so that it can be remembered.</summary>
    internal bool IsMemorable =>
        Address is null && At is null && !IsStrict && SubjectAge is null && MemberState is null && SoftOptIn is null && IsToldOfPurpose;

    /// <summary>A message over a channel, without asking the suppression list: to choose an audience. Who sends asks with <see cref="MessageTo"/>.</summary>
    /// <param name="channel">The channel.</param>
    public static ProcessingUse MessageOver(MarketingChannel channel) => new() { Channel = channel };

    /// <summary>A message to an address, which must not be on the suppression list where it is marketing: the last question before sending.</summary>
    /// <param name="address">The address.</param>
    public static ProcessingUse MessageTo(MarketingAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new ProcessingUse { Channel = address.Channel, Address = address };
    }
}
