using NodaTime;

namespace GdprKit;

/// <summary>Declares who decides about the data (Art. 4(7)).</summary>
public sealed class DataControllerBuilder
{
    private readonly BuilderScope _scope;
    private readonly List<JointController> _jointControllers = [];
    private DataController _controller = new()
    {
        Name = "",
        Country = default,
        Contact = new ContactDetails(),
        SupervisoryAuthority = GdprKit.SupervisoryAuthority.Undeclared,
    };

    internal DataControllerBuilder(BuilderScope scope) => _scope = scope;

    /// <summary>The name of the organisation, with its legal form.</summary>
    /// <param name="name">The name.</param>
    public DataControllerBuilder Name(string name)
    {
        _controller = _controller with { Name = name };
        return this;
    }

    /// <summary>Where it is established.</summary>
    /// <param name="code">The two-letter code of the country (ISO 3166-1): <c>NL</c>.</param>
    public DataControllerBuilder Country(string code)
    {
        _controller = _controller with { Country = _scope.Country(code) };
        return this;
    }

    /// <summary>How it is reached (Art. 13(1)(a)); at least one way.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="phone">The telephone number.</param>
    /// <param name="website">The website; absolute.</param>
    public DataControllerBuilder Contact(string? email = null, string? phone = null, string? website = null)
    {
        var contact = _controller.Contact with { Email = email, Phone = phone, Website = _scope.At("contact").Url(website, "website") };
        _controller = _controller with { Contact = contact };
        return this;
    }

    /// <summary>The postal address, in the country of the controller.</summary>
    /// <param name="street">Street and number.</param>
    /// <param name="postalCode">The postal code.</param>
    /// <param name="city">The town.</param>
    /// <param name="country">The two-letter code of the country, when it is another than the controller's.</param>
    public DataControllerBuilder Address(string street, string postalCode, string city, string? country = null)
    {
        var code = country is null ? default : _scope.At("contact/address").Country(country);
        _controller = _controller with { Contact = _controller.Contact with { Address = new PostalAddress(street, postalCode, city, code) } };
        return this;
    }

    /// <summary>The number in the trade register.</summary>
    /// <param name="number">The number; in the Netherlands the KvK number.</param>
    public DataControllerBuilder RegistrationNumber(string number)
    {
        _controller = _controller with { RegistrationNumber = number };
        return this;
    }

    /// <summary>The zone in which days begin and end.</summary>
    /// <param name="id">The zone in the IANA time zone database: <c>Europe/Amsterdam</c>, the default.</param>
    public DataControllerBuilder TimeZone(string id)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone)
        {
            _controller = _controller with { TimeZone = zone };
        }
        else
        {
            _scope.Report(RegisterFaults.UnknownTimeZone($"{_scope.Path}/timeZone", id));
        }

        return this;
    }

    /// <summary>The last day of the financial year; by default 31 December.</summary>
    /// <param name="lastDay">The day.</param>
    public DataControllerBuilder FinancialYearEnd(AnnualDate lastDay)
    {
        _controller = _controller with { FinancialYearEnd = lastDay };
        return this;
    }

    /// <summary>The representative in the Union of a controller outside it (Art. 27).</summary>
    /// <param name="name">The name.</param>
    /// <param name="contact">How it is reached.</param>
    public DataControllerBuilder Representative(string name, ContactDetails contact)
    {
        _controller = _controller with { Representative = new ContactParty(name, contact) };
        return this;
    }

    /// <summary>The data protection officer (Art. 37).</summary>
    /// <param name="name">The name or the function.</param>
    /// <param name="contact">How the officer is reached.</param>
    public DataControllerBuilder DataProtectionOfficer(string name, ContactDetails contact)
    {
        _controller = _controller with { DataProtectionOfficer = new ContactParty(name, contact) };
        return this;
    }

    /// <summary>A controller that decides together with this one (Art. 26).</summary>
    /// <param name="name">The name.</param>
    /// <param name="contact">How it is reached.</param>
    /// <param name="arrangement">The essence of the arrangement.</param>
    public DataControllerBuilder JointController(string name, ContactDetails contact, LocalizedText arrangement)
    {
        _jointControllers.Add(new JointController(name, contact, arrangement));
        return this;
    }

    /// <summary>Where people can complain; by default the authority of the controller's country.</summary>
    /// <param name="name">The name of the authority.</param>
    /// <param name="website">Its website; absolute.</param>
    public DataControllerBuilder SupervisoryAuthority(string name, string website)
    {
        if (_scope.At("supervisoryAuthority").Url(website, "website") is { } url)
        {
            _controller = _controller with { SupervisoryAuthority = new SupervisoryAuthority(name, url) };
        }

        return this;
    }

    /// <summary>Where people exercise their rights; by default the controller's own contact details.</summary>
    /// <param name="page">The page, absolute or relative to the application's root.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="phone">The telephone number.</param>
    public DataControllerBuilder Rights(string? page = null, string? email = null, string? phone = null)
    {
        var url = _scope.At("rights").Page(page, "page");
        _controller = _controller with { Rights = new RightsContact { Page = url, Email = email, Phone = phone } };
        return this;
    }

    internal DataController Build()
    {
        var built = _controller with { JointControllers = _jointControllers.ToValueList() };
        if (built.Contact.Address is { } address && address.Country == default)
        {
            built = built with { Contact = built.Contact with { Address = address with { Country = built.Country } } };
        }

        return ReferenceEquals(built.SupervisoryAuthority, GdprKit.SupervisoryAuthority.Undeclared)
            && GdprKit.SupervisoryAuthority.TryFind(built.Country, out var authority)
                ? built with { SupervisoryAuthority = authority }
                : built;
    }
}
