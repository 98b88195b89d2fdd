using GdprKit.Documents;

namespace GdprKit;

/// <summary>The sections of a privacy notice, in reading order. A notice has those that apply to it.</summary>
public static class NoticeSections
{
    /// <summary>The notice in short.</summary>
    public static SectionId Summary { get; } = SectionId.Parse("summary");

    /// <summary>Who decides about the data: controller, representative, data protection officer, joint controllers.</summary>
    public static SectionId Controller { get; } = SectionId.Parse("controller");

    /// <summary>What is done with the data, per activity; each has a section <c>activity-</c> and its key.</summary>
    public static SectionId Activities { get; } = SectionId.Parse("activities");

    /// <summary>All data in one table: what for, and how long.</summary>
    public static SectionId Overview { get; } = SectionId.Parse("overview");

    /// <summary>Who receives data.</summary>
    public static SectionId Recipients { get; } = SectionId.Parse("recipients");

    /// <summary>Which data leave the European Economic Area.</summary>
    public static SectionId Transfers { get; } = SectionId.Parse("transfers");

    /// <summary>What happens when a period ends, and how long backups hold data.</summary>
    public static SectionId Retention { get; } = SectionId.Parse("retention");

    /// <summary>The rights, and how to exercise them.</summary>
    public static SectionId Rights { get; } = SectionId.Parse("rights");

    /// <summary>The right to object, set apart (Art. 21(4)).</summary>
    public static SectionId Objection { get; } = SectionId.Parse("objection");

    /// <summary>Consent and its withdrawal.</summary>
    public static SectionId Consent { get; } = SectionId.Parse("consent");

    /// <summary>Complaints.</summary>
    public static SectionId Complaint { get; } = SectionId.Parse("complaint");

    /// <summary>How people learn of changes.</summary>
    public static SectionId Changes { get; } = SectionId.Parse("changes");
}
