namespace GdprKit;

/// <summary>In which capacity a recipient gets data (Art. 4(7)-(9)).</summary>
public enum RecipientRole
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>Works for the controller under its instructions (Art. 28).</summary>
    Processor,

    /// <summary>Decides together with the controller (Art. 26).</summary>
    JointController,

    /// <summary>Decides for itself what it does with the data: an authority, a carrier, a bank.</summary>
    Controller,
}
