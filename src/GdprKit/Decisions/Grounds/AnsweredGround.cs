using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Decisions;

/// <summary>What people answered, as heads in which it shows that an activity lost its ground.</summary>
internal sealed class AnsweredGround : IActivityGround
{
    private static readonly ValueList<StreamStatus> Answered = [.. ConsentWords.Standing, .. ConsentWords.Over];

    private static readonly ValueList<StreamStatus> Objected =
        Enum.GetValues<ObjectionStatus>().Where(status => status is not (ObjectionStatus.Unknown or ObjectionStatus.Withdrawn)).Select(StreamStatus.Of).ToValueList();

    // The room of requests stands on this one, so that its fold cannot be named here; a test says that this is its kind.
    private static readonly StreamKind Requests = StreamKind.Parse("rights-request");

    public RowCondition.HasHead Consents(OwnerPath owner, ProcessingActivity activity) => new(owner, ConsentRecord.Fold.Kind, ConsentRecord.Fold.Version)
    {
        Keys = ActivityStreams.TopicsOf(activity).Select(topic => topic.ToStreamKey()).ToValueList(),
    };

    public RowCondition.HasHead ConsentAnswered(OwnerPath owner, ProcessingActivity activity) => Consents(owner, activity) with { States = Answered };

    public RowCondition.HasHead ConsentOver(OwnerPath owner, ProcessingActivity activity) =>
        Consents(owner, activity) with { States = ConsentWords.Over, StatesOnceDue = ConsentWords.Standing };

    // Against direct marketing nothing is weighed (Art. 21(3)).
    public RowCondition.HasHead ObjectionUpheld(OwnerPath owner, ProcessingActivity activity) => new(owner, Objection.Fold.Kind, Objection.Fold.Version)
    {
        Keys = activity.Marketing.IsEmpty ? [StreamKey.Of(activity.Key)] : [StreamKey.Of(activity.Key), Objection.StreamOfMarketing(SubjectRef.None).Key],
        States = activity.Marketing.IsEmpty ? [StreamStatus.Of(ObjectionStatus.Upheld)] : Objected,
    };

    public SuspensionKind SuspensionOf(StreamKind kind) =>
        kind == LegalHold.Fold.Kind ? SuspensionKind.LegalHold
        : kind == Restriction.Fold.Kind ? SuspensionKind.Restriction
        : kind == Requests ? SuspensionKind.OpenRequest
        : SuspensionKind.Unspecified;
}
