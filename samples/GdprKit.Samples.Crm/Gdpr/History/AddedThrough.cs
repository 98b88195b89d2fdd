namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>How somebody came to be in the database.</summary>
public enum AddedThrough
{
    /// <summary>Nobody said.</summary>
    Unspecified = 0,

    /// <summary>By the form on the site.</summary>
    SignUpForm,

    /// <summary>On a list of somebody else, who signed them up.</summary>
    List,
}
