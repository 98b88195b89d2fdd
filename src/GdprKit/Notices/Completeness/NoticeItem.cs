namespace GdprKit;

/// <summary>
/// What a privacy notice must tell (Art. 13, 14, 21(4), 26(2) and 7(2)). The number of an item is its id: <see cref="Purposes"/> is
/// <c>N04</c>, and what fulfils it is marked <c>data-gdpr-item="N04"</c> in HTML.
/// </summary>
public enum NoticeItem
{
    /// <summary>No item.</summary>
    Unspecified = 0,

    /// <summary>N01: who the controller is and how to reach it, Art. 13(1)(a), 14(1)(a). Always.</summary>
    Controller = 1,

    /// <summary>N02: the representative in the Union, Art. 13(1)(a), 14(1)(a). Where one is declared (Art. 27).</summary>
    Representative = 2,

    /// <summary>N03: how to reach the data protection officer, Art. 13(1)(b), 14(1)(b). Where one is declared.</summary>
    DataProtectionOfficer = 3,

    /// <summary>N04: what the data are used for, Art. 13(1)(c), 14(1)(c). Per activity.</summary>
    Purposes = 4,

    /// <summary>N05: the lawful basis, Art. 13(1)(c), 14(1)(c). Per activity.</summary>
    LawfulBases = 5,

    /// <summary>N06: the interests pursued, Art. 13(1)(d), 14(2)(b). Where the basis is a legitimate interest.</summary>
    LegitimateInterests = 6,

    /// <summary>
    /// N07: the categories of data, Art. 14(1)(d). Required where data come from elsewhere; the built-in notice names the categories of
    /// every activity, and marks them where the law demands it.
    /// </summary>
    Categories = 7,

    /// <summary>N08: who receives the data, Art. 13(1)(e), 14(1)(e). Where there are recipients.</summary>
    Recipients = 8,

    /// <summary>N09: that data go to a country outside the European Economic Area or to an international organisation, Art. 13(1)(f), 14(1)(f). Where they do.</summary>
    Transfers = 9,

    /// <summary>N10: what protects the data there and how to get a copy, Art. 13(1)(f), 14(1)(f). Where data go there.</summary>
    TransferSafeguards = 10,

    /// <summary>N11: how long data are kept, Art. 13(2)(a), 14(2)(a). Per activity.</summary>
    RetentionPeriods = 11,

    /// <summary>N12: the rights that the bases in use give, Art. 13(2)(b), 14(2)(c). Always.</summary>
    Rights = 12,

    /// <summary>N13: that consent can be withdrawn at any time, Art. 13(2)(c), 14(2)(d). Where consent is a basis or a condition (Art. 9(2)(a)).</summary>
    WithdrawalOfConsent = 13,

    /// <summary>N14: the right to complain to a supervisory authority, Art. 13(2)(d), 14(2)(e). Always.</summary>
    Complaint = 14,

    /// <summary>
    /// N15: whether the data must be given, and what happens otherwise, Art. 13(2)(e). A register cannot say that none of an activity's data
    /// come from the person, so every activity tells it; except GdprKit's own records, which nobody is asked for.
    /// </summary>
    Provision = 15,

    /// <summary>N16: decisions that a machine takes alone, Art. 13(2)(f), 14(2)(g). Where there are any.</summary>
    AutomatedDecisions = 16,

    /// <summary>N17: where data come from that the person did not give, Art. 14(2)(f). Where there are such data.</summary>
    Sources = 17,

    /// <summary>
    /// N18: that people are told of a new purpose before their data are used for it, Art. 13(3), 14(4). A notice can only announce that,
    /// and does so always; the telling itself is a new version of the notice, sent to everybody concerned.
    /// </summary>
    NewPurposes = 18,

    /// <summary>
    /// N19: the right to object, apart from everything else, Art. 21(4). Where the basis is a public task or a legitimate interest, or the
    /// activity is direct marketing.
    /// </summary>
    RightToObject = 19,

    /// <summary>N20: the essence of the arrangement with joint controllers, Art. 26(2). Where there are any.</summary>
    JointControllers = 20,

    /// <summary>
    /// N21: a request for consent is distinguishable from everything else, Art. 7(2). Where consent is asked. The notice never holds such a
    /// request, so it cannot be mixed up with one; it says that consent is asked apart, and that reading it is no consent.
    /// </summary>
    ConsentRequests = 21,
}
