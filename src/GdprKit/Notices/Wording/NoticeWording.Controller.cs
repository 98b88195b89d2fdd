namespace GdprKit;

public abstract partial class NoticeWording
{
    /// <summary>The heading over who the controller is.</summary>
    public abstract string WhoWeAre { get; }

    /// <summary>That the controller decides (Art. 4(7)).</summary>
    /// <param name="controller">Its name.</param>
    public abstract string WeDecide(string controller);

    /// <summary>The name of a party, as a term.</summary>
    public abstract string Name { get; }

    /// <summary>A postal address, as a term.</summary>
    public abstract string Address { get; }

    /// <summary>An e-mail address, as a term.</summary>
    public abstract string Email { get; }

    /// <summary>A telephone number, as a term.</summary>
    public abstract string Phone { get; }

    /// <summary>A website, as a term.</summary>
    public abstract string Website { get; }

    /// <summary>The number in the trade register, as a term.</summary>
    /// <param name="country">The country of the controller.</param>
    public abstract string RegistrationNumber(CountryCode country);

    /// <summary>The heading over the representative (Art. 27).</summary>
    public abstract string Representative { get; }

    /// <summary>What the representative does.</summary>
    public abstract string AboutRepresentative { get; }

    /// <summary>The heading over the data protection officer (Art. 37-39).</summary>
    public abstract string DataProtectionOfficer { get; }

    /// <summary>What the data protection officer does.</summary>
    public abstract string AboutDataProtectionOfficer { get; }

    /// <summary>The heading over the joint controllers (Art. 26).</summary>
    public abstract string JointControllers { get; }

    /// <summary>That rights can be exercised against each joint controller (Art. 26(3)).</summary>
    public abstract string AboutJointControllers { get; }

    /// <summary>The essence of the arrangement, as a term.</summary>
    public abstract string Arrangement { get; }
}
