using NodaTime;

namespace GdprKit.Samples.Crm.Centre;

/// <summary>One thing that somebody can agree to, as they see it.</summary>
/// <param name="Topic">What.</param>
/// <param name="Activity">What the register says of it; <see langword="null"/> when it does not ask that any more.</param>
/// <param name="Record">How it stands.</param>
/// <param name="Status">How it stands now, expired where it is.</param>
/// <param name="Ticked">The words that they last agreed to, as they were shown; <see langword="null"/> when they are not known, or nobody ever agreed.</param>
public sealed record CentreTopic(ConsentTopic Topic, ProcessingActivity? Activity, ConsentRecord Record, ConsentStatus Status, ConsentWording? Ticked)
{
    public bool IsOn => Status.IsValid();

    public bool IsToBeConfirmed => IsOn && Record.Confirmation is ConsentConfirmation.Pending;

    /// <summary>Whether they ever agreed, so that there is a receipt.</summary>
    public bool HasReceipt => Record.Agreement is not null;

    public bool IsMarketing => Activity is { Marketing.IsEmpty: false };

    /// <summary>Where it is on the page.</summary>
    public string ElementId => $"about-{Topic.ToString().Replace('/', '-')}";

    /// <summary>The text that says how it stands.</summary>
    /// <param name="isObjected">Whether they want no advertising at all.</param>
    public string TextKey(bool isObjected) =>
        isObjected && IsMarketing ? "Centre.State.NoMarketing"
        : IsToBeConfirmed ? "Centre.State.Pending"
        : $"Centre.State.{Status}";

    /// <summary>Since when it stands so; <see langword="null"/> where nothing was ever said.</summary>
    public Instant? Since => Status switch
    {
        ConsentStatus.Unknown => null,
        ConsentStatus.Expired => Record.Until,
        ConsentStatus.Given or ConsentStatus.Renewed => Record.GivenAt,
        _ => Record.Since,
    };
}
