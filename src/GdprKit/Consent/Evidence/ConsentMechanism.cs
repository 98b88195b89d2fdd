namespace GdprKit;

/// <summary>By which clear affirmative act somebody agreed (Art. 4(11)). Silence and boxes that were ticked before are none (recital 32).</summary>
public enum ConsentMechanism
{
    /// <summary>Nothing was said; refused.</summary>
    Unspecified = 0,

    /// <summary>An empty box was ticked.</summary>
    Checkbox,

    /// <summary>A button or a link was pressed that said what it does.</summary>
    Button,

    /// <summary>A text was signed, by hand or electronically.</summary>
    Signature,

    /// <summary>A text was written, as a reply to a mail.</summary>
    Written,

    /// <summary>It was said.</summary>
    Spoken,

    /// <summary>A setting was changed, of a device or of an account. Not explicit.</summary>
    Setting,
}
