namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>Whether somebody is in the database.</summary>
public enum PersonPresence
{
    /// <summary>Nothing was recorded of this person.</summary>
    Unknown = 0,

    /// <summary>The person is in the database.</summary>
    Present,

    /// <summary>The person was removed.</summary>
    Removed,
}
