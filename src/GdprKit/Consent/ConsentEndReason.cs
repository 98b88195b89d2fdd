namespace GdprKit;

/// <summary>Why consent ended although the person did not take it back.</summary>
public enum ConsentEndReason
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>The register changed what was agreed to.</summary>
    ActivityChanged,

    /// <summary>The register does not declare the activity any more, or rests it on another basis.</summary>
    ActivityEnded,

    /// <summary>It was not freely given, informed or specific (Art. 4(11), 7(4)).</summary>
    NotValid,

    /// <summary>It cannot be shown (Art. 7(1)).</summary>
    NotProven,

    /// <summary>It is another person's, as when an address was mistyped.</summary>
    AnotherPerson,

    /// <summary>Who gave it on behalf of somebody was not allowed to.</summary>
    NotAuthorised,

    /// <summary>A supervisory authority or a court ordered it.</summary>
    Ordered,

    /// <summary>The controller stops.</summary>
    ControllerStops,
}
