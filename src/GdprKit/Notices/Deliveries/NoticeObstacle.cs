namespace GdprKit;

/// <summary>Why a person cannot be told of a version of the notice.</summary>
public enum NoticeObstacle
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>There is no address.</summary>
    NoAddress,

    /// <summary>What stands for an address is none.</summary>
    AddressMalformed,

    /// <summary>The server cannot carry the address, because its local part is not ASCII.</summary>
    AddressNotSupported,

    /// <summary>The server refused the address for good.</summary>
    AddressRefused,

    /// <summary>The server refused the message for good.</summary>
    MessageRefused,

    /// <summary>It was tried as often as is declared, and could never be handed over.</summary>
    TriedInVain,

    /// <summary>The person's data were removed before it was sent. When they are back, it is sent.</summary>
    Left,

    /// <summary>What stands for an address cannot be read by the program.</summary>
    AddressUnreadable,

    /// <summary>It was tried as often as is declared, and the program could never write the mail to this person, while it wrote others.</summary>
    MailNotWritten,
}
