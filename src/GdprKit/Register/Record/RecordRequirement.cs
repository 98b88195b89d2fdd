namespace GdprKit;

/// <summary>What a controller's record of processing activities must hold: the points of Art. 30(1), one by one.</summary>
public enum RecordRequirement
{
    /// <summary>Nothing was said; no field has it.</summary>
    Unspecified = 0,

    /// <summary>The name and contact details of the controller, Art. 30(1)(a).</summary>
    Controller,

    /// <summary>The joint controllers, where there are any, Art. 30(1)(a).</summary>
    JointControllers,

    /// <summary>The controller's representative, where it must have one, Art. 30(1)(a).</summary>
    Representative,

    /// <summary>The data protection officer, where there is one, Art. 30(1)(a).</summary>
    DataProtectionOfficer,

    /// <summary>The purposes of the processing, Art. 30(1)(b).</summary>
    Purposes,

    /// <summary>The categories of data subjects, Art. 30(1)(c).</summary>
    DataSubjects,

    /// <summary>The categories of personal data, Art. 30(1)(c).</summary>
    PersonalData,

    /// <summary>The recipients, including those in third countries and international organisations, Art. 30(1)(d).</summary>
    Recipients,

    /// <summary>The third countries and international organisations that data are transferred to, Art. 30(1)(e).</summary>
    Transfers,

    /// <summary>The documentation of suitable safeguards for transfers under the second subparagraph of Art. 49(1), Art. 30(1)(e).</summary>
    TransferSafeguards,

    /// <summary>The time limits for erasure of each category of data, where they can be given, Art. 30(1)(f).</summary>
    TimeLimits,

    /// <summary>A general description of the security measures of Art. 32(1), where it can be given, Art. 30(1)(g).</summary>
    SecurityMeasures,
}
