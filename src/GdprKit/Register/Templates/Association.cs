namespace GdprKit;

/// <summary>The keys of the association template, for use in code.</summary>
public static class Association
{
    /// <summary>Members.</summary>
    public static Key<SubjectKind> Members { get; } = Key<SubjectKind>.Parse("members");

    /// <summary>People who are no member and get the newsletter.</summary>
    public static Key<SubjectKind> Subscribers { get; } = Key<SubjectKind>.Parse("subscribers");

    /// <summary>First and last name.</summary>
    public static Key<DataCategory> Name { get; } = Key<DataCategory>.Parse("name");

    /// <summary>The postal address.</summary>
    public static Key<DataCategory> Address { get; } = Key<DataCategory>.Parse("address");

    /// <summary>The e-mail address.</summary>
    public static Key<DataCategory> EmailAddress { get; } = Key<DataCategory>.Parse("email-address");

    /// <summary>The telephone number.</summary>
    public static Key<DataCategory> Phone { get; } = Key<DataCategory>.Parse("phone");

    /// <summary>The date of birth.</summary>
    public static Key<DataCategory> BirthDate { get; } = Key<DataCategory>.Parse("birth-date");

    /// <summary>Since when somebody is a member, and of which kind.</summary>
    public static Key<DataCategory> Membership { get; } = Key<DataCategory>.Parse("membership");

    /// <summary>The bank account from which the contribution is collected.</summary>
    public static Key<DataCategory> BankAccount { get; } = Key<DataCategory>.Parse("bank-account");

    /// <summary>Contributions and other payments.</summary>
    public static Key<DataCategory> Payments { get; } = Key<DataCategory>.Parse("payments");

    /// <summary>Photos of activities.</summary>
    public static Key<DataCategory> Photos { get; } = Key<DataCategory>.Parse("photos");

    /// <summary>The membership ended.</summary>
    public static Key<RetentionEvent> EndOfMembership { get; } = Key<RetentionEvent>.Parse("end-of-membership");

    /// <summary>Something was paid.</summary>
    public static Key<RetentionEvent> Payment { get; } = Key<RetentionEvent>.Parse("payment");

    /// <summary>The membership administration.</summary>
    public static Key<ProcessingActivity> MembershipAdministration { get; } = Key<ProcessingActivity>.Parse("membership-administration");

    /// <summary>Contributions and bookkeeping.</summary>
    public static Key<ProcessingActivity> Bookkeeping { get; } = Key<ProcessingActivity>.Parse("bookkeeping");

    /// <summary>The newsletter.</summary>
    public static Key<ProcessingActivity> Newsletter { get; } = Key<ProcessingActivity>.Parse("newsletter");

    /// <summary>Photos on the website.</summary>
    public static Key<ProcessingActivity> PhotosOnWebsite { get; } = Key<ProcessingActivity>.Parse("photos-on-website");
}
