using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>
/// In which heads of a person it shows that an activity lost its ground: the consent on which it rests is over, or an objection ended it. What answers stands in
/// rooms that know what people answer.
/// </summary>
internal interface IActivityGround
{
    /// <summary>Whatever somebody said, or was asked, of consent; in no state yet.</summary>
    RowCondition.HasHead Consents(OwnerPath owner, ProcessingActivity activity);

    /// <summary>Of what the consent of somebody came to, somebody knows.</summary>
    RowCondition.HasHead ConsentAnswered(OwnerPath owner, ProcessingActivity activity);

    /// <summary>A consent of somebody is over.</summary>
    RowCondition.HasHead ConsentOver(OwnerPath owner, ProcessingActivity activity);

    /// <summary>Somebody objected, and that ended the activity.</summary>
    RowCondition.HasHead ObjectionUpheld(OwnerPath owner, ProcessingActivity activity);

    /// <summary>As what streams that keep something from going are told.</summary>
    SuspensionKind SuspensionOf(StreamKind kind);
}
