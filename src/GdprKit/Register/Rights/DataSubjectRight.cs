namespace GdprKit;

/// <summary>What a person can demand of a controller. The right to be informed (Art. 13, 14) is not among them: the notice itself fulfils it.</summary>
public enum DataSubjectRight
{
    /// <summary>Nothing was said; nobody has it.</summary>
    Unspecified = 0,

    /// <summary>To see the data and get a copy (Art. 15).</summary>
    Access,

    /// <summary>To have wrong data corrected and missing data added (Art. 16).</summary>
    Rectification,

    /// <summary>To have data erased (Art. 17).</summary>
    Erasure,

    /// <summary>To have data left alone while something is sorted out (Art. 18).</summary>
    Restriction,

    /// <summary>To take the data along in a file that computers can read (Art. 20).</summary>
    Portability,

    /// <summary>To object for reasons of one's own situation (Art. 21(1)); the controller weighs it.</summary>
    Objection,

    /// <summary>To object to direct marketing (Art. 21(2), (3)); the controller stops, whatever its reasons.</summary>
    ObjectionToMarketing,

    /// <summary>Not to be subject to a decision that a machine alone takes, and to have a human look at it (Art. 22).</summary>
    HumanDecision,

    /// <summary>To withdraw consent, as easily as it was given (Art. 7(3)).</summary>
    WithdrawalOfConsent,

    /// <summary>To complain to a supervisory authority (Art. 77).</summary>
    Complaint,
}
