namespace GdprKit.Conformance;

/// <summary>What kind of person an <see cref="Account"/> is.</summary>
public enum AccountRole
{
    /// <summary>Nobody: a printer, a test.</summary>
    Unknown = 0,

    /// <summary>A person from outside.</summary>
    Visitor,

    /// <summary>A person who works here.</summary>
    Employee,
}
