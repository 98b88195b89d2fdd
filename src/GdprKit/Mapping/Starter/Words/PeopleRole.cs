namespace GdprKit.Mapping;

/// <summary>What people are to the controller: what is proposed for them depends on it.</summary>
internal enum PeopleRole
{
    /// <summary>Nothing is known but that they are people.</summary>
    Unspecified = 0,

    Customer,

    Member,

    Applicant,

    Subscriber,

    User,

    /// <summary>Somebody named in public as the maker of something.</summary>
    Author,

    Supplier,

    Employee,
}
