namespace GdprKit;

/// <summary>How a person said to have read a version of the notice.</summary>
public enum AcknowledgementMeans
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>By the box on a form.</summary>
    Form,

    /// <summary>By the button behind a link that only this person was sent.</summary>
    Link,

    /// <summary>In the application, signed in.</summary>
    Account,

    /// <summary>On paper, as an employee recorded.</summary>
    Paper,

    /// <summary>By phone, as an employee recorded.</summary>
    Phone,
}
