using System.Text.Json;
using GdprKit.Ledger;

namespace GdprKit;

/// <summary>
/// What a person agrees to: an activity, or where the register asks for each channel apart (<see cref="ConsentTerms.PerChannel"/>), one
/// channel of it. The key of an activity is a topic: <c>consents.GiveAsync(subject, Crm.Newsletter, evidence)</c>.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
/// <param name="Activity">The activity.</param>
/// <param name="Channel">The channel; <see langword="null"/> for the activity as a whole.</param>
public readonly record struct ConsentTopic(Key<ProcessingActivity> Activity, MarketingChannel? Channel = null)
{
    /// <summary>The activity as a whole.</summary>
    /// <param name="activity">The activity.</param>
    public static implicit operator ConsentTopic(Key<ProcessingActivity> activity) => new(activity);

    /// <summary>The activity as a whole.</summary>
    /// <param name="activity">The activity.</param>
    public static ConsentTopic Of(Key<ProcessingActivity> activity) => activity;

    /// <summary>The topics of an activity: its channels where consent is asked for each apart, else the activity as a whole.</summary>
    /// <param name="activity">The activity; whether people are asked about it at all says <see cref="ProcessingActivity.AsksConsent"/>.</param>
    /// <returns>One or more, in the order of the channels.</returns>
    public static ValueList<ConsentTopic> AllOf(ProcessingActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Consent?.PerChannel is true
            ? activity.Marketing.Select(channel => new ConsentTopic(activity.Key, channel)).ToValueList()
            : [activity.Key];
    }

    /// <summary>Reads the topic of a stream of consent, and says whether it was one.</summary>
    /// <param name="key">The key of the stream: <c>newsletter</c> or <c>newsletter/text-message</c>.</param>
    /// <param name="topic">The topic, or <c>default</c>.</param>
    public static bool TryParse(StreamKey key, out ConsentTopic topic)
    {
        topic = default;
        var parts = key.ToString().Split('/');
        if (parts.Length > 2 || !Key<ProcessingActivity>.TryParse(parts[0], out var activity))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            topic = activity;
            return true;
        }

        var channel = Array.Find(Enum.GetValues<MarketingChannel>(), each => each is not MarketingChannel.Unspecified && JsonNamingPolicy.KebabCaseLower.ConvertName(each.ToString()) == parts[1]);
        topic = new ConsentTopic(activity, channel);
        return channel is not MarketingChannel.Unspecified;
    }

    /// <summary>The key of the streams about it.</summary>
    public StreamKey ToStreamKey() => Channel is { } channel ? StreamKey.Of(Activity) / StreamKey.Of(channel) : StreamKey.Of(Activity);

    /// <summary>The stream of a person about it.</summary>
    /// <param name="subject">The person.</param>
    public StreamId StreamOf(SubjectRef subject) => new(ConsentRecord.Fold.Kind, subject, ToStreamKey());

    /// <summary>The key of the activity, and of the channel where there is one.</summary>
    public override string ToString() => Activity.IsDefault ? "" : ToStreamKey().ToString();
}
