namespace GdprKit.Conformance;

/// <summary>Who a <see cref="Correspondent"/> is.</summary>
public enum CorrespondentRole
{
    /// <summary>Nobody: a shared mailbox.</summary>
    Unknown = 0,

    /// <summary>A person of the kind <c>people</c>.</summary>
    Customer,

    /// <summary>A person of the kind <c>staff</c>.</summary>
    Employee,
}
