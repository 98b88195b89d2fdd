namespace GdprKit;

/// <summary>The exceptions under which a transfer may happen without adequacy or safeguards (Art. 49(1)(a)-(g)).</summary>
public enum TransferDerogation
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>Explicit consent after being told of the risks, (a).</summary>
    ExplicitConsent,

    /// <summary>Needed for a contract with the person, (b).</summary>
    ContractWithThePerson,

    /// <summary>Needed for a contract in the interest of the person, (c).</summary>
    ContractInThePersonsInterest,

    /// <summary>Important reasons of public interest, (d).</summary>
    PublicInterest,

    /// <summary>Legal claims, (e).</summary>
    LegalClaims,

    /// <summary>Vital interests of somebody who cannot consent, (f).</summary>
    VitalInterests,

    /// <summary>From a public register, (g).</summary>
    PublicRegister,
}
