using GdprKit.Consent;
using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>In which heads of a person it shows that an activity lost its ground: the consent on which it rests is over, or an objection ended it.</summary>
internal static class GroundHeads
{
    private static readonly ValueList<StreamStatus> Answered = [.. ConsentWords.Standing, .. ConsentWords.Over];

    private static readonly ValueList<StreamStatus> Objected =
        Enum.GetValues<ObjectionStatus>().Where(status => status is not (ObjectionStatus.Unknown or ObjectionStatus.Withdrawn)).Select(StreamStatus.Of).ToValueList();

    /// <summary>Whatever somebody said, or was asked, of consent; in no state yet.</summary>
    public static RowCondition.HasHead Consents(OwnerPath owner, ProcessingActivity activity) => new(owner, ConsentRecord.Fold.Kind, ConsentRecord.Fold.Version)
    {
        Keys = ActivityStreams.TopicsOf(activity).Select(topic => topic.ToStreamKey()).ToValueList(),
    };

    /// <summary>Of what the consent of somebody came to, somebody knows.</summary>
    public static RowCondition.HasHead ConsentAnswered(OwnerPath owner, ProcessingActivity activity) => Consents(owner, activity) with { States = Answered };

    /// <summary>A consent of somebody is over.</summary>
    public static RowCondition.HasHead ConsentOver(OwnerPath owner, ProcessingActivity activity) =>
        Consents(owner, activity) with { States = ConsentWords.Over, StatesOnceDue = ConsentWords.Standing };

    /// <summary>Somebody objected, and that ended the activity. Against direct marketing nothing is weighed (Art. 21(3)).</summary>
    public static RowCondition.HasHead ObjectionUpheld(OwnerPath owner, ProcessingActivity activity) => new(owner, Objection.Fold.Kind, Objection.Fold.Version)
    {
        Keys = activity.Marketing.IsEmpty ? [StreamKey.Of(activity.Key)] : [StreamKey.Of(activity.Key), Objection.StreamOfMarketing(SubjectRef.None).Key],
        States = activity.Marketing.IsEmpty ? [StreamStatus.Of(ObjectionStatus.Upheld)] : Objected,
    };
}
