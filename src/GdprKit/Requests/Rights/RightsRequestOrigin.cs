namespace GdprKit;

/// <summary>What already shows who makes a request, so that nobody may ask for more (Art. 12(6), recital 64).</summary>
public enum RightsRequestOrigin
{
    /// <summary>Nothing shows it. Where there is reasonable doubt, who it is can be asked.</summary>
    Unknown = 0,

    /// <summary>It came from an address or a number that is held of the person.</summary>
    KnownAddress,

    /// <summary>It was made when signed in to the person's account.</summary>
    Account,
}
