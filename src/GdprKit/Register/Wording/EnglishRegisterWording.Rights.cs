namespace GdprKit;

public abstract partial class EnglishRegisterWording
{
    /// <inheritdoc/>
    public override string Name(DataSubjectRight right) => right switch
    {
        DataSubjectRight.Access => "access",
        DataSubjectRight.Rectification => "rectification",
        DataSubjectRight.Erasure => "erasure",
        DataSubjectRight.Restriction => "restriction",
        DataSubjectRight.Portability => "portability",
        DataSubjectRight.Objection => "objection",
        DataSubjectRight.ObjectionToMarketing => "objection to direct marketing",
        DataSubjectRight.HumanDecision => "having a human decide",
        DataSubjectRight.WithdrawalOfConsent => "withdrawing consent",
        DataSubjectRight.Complaint => "complaint",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };

    /// <inheritdoc/>
    public override string Explanation(DataSubjectRight right) => right switch
    {
        DataSubjectRight.Access => "You may ask which data we have about you. You then get a copy of them.",
        DataSubjectRight.Rectification => "Are your data wrong, or is something missing? Then you may ask us to correct that.",
        DataSubjectRight.Erasure => "You may ask us to erase your data. We do so when we no longer need them. What the law obliges us to keep stays.",
        DataSubjectRight.Restriction => "You may ask us not to use your data for a while, for example when you think they are wrong and we are still looking into it.",
        DataSubjectRight.Portability => "You may ask for the data you gave us in a file that a computer can read, or have them sent to somebody else.",
        DataSubjectRight.Objection => "You may object if your situation gives you reason to. We then stop, unless we have reasons that weigh more than your interests.",
        DataSubjectRight.ObjectionToMarketing => "Do you want no more advertising from us? Tell us, and we stop. You do not have to say why.",
        DataSubjectRight.HumanDecision => "Does a computer make an important decision about you? Then you may ask a human to look at it, give your view and contest it.",
        DataSubjectRight.WithdrawalOfConsent => "You may withdraw your consent at any time. That is as easy as giving it. What we did before stays valid.",
        DataSubjectRight.Complaint => "Do you think we do not handle your data well? Then you may complain to the supervisory authority.",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
    };
}
