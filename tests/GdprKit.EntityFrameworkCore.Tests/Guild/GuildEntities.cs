using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Compliance.Classification;

namespace GdprKit.EntityFrameworkCore.Guild;

/// <summary>A user of ASP.NET Core Identity, with attributes that hosts use.</summary>
public sealed class GuildUser : IdentityUser
{
    [PersonalData]
    public string? Motto { get; set; }

    [ProtectedPersonalData]
    public string? Sigil { get; set; }

    [PrivateData]
    public string? Whim { get; set; }

    [NoDataClassification]
    public string? Colour { get; set; }

    [UnknownDataClassification]
    public string? Shade { get; set; }

    public ICollection<Craft> Crafts { get; } = [];
}

/// <summary>A classification as a host makes its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrivateDataAttribute() : DataClassificationAttribute(new DataClassification("Guild", "Private"));

public sealed class Craft
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public ICollection<GuildUser> Masters { get; } = [];
}

/// <summary>Each kind of fee in a table of its own.</summary>
public abstract class Fee
{
    public int Id { get; set; }

    public string UserId { get; set; } = "";

    public string Note { get; set; } = "";
}

public sealed class EntryFee : Fee;

public sealed class YearlyFee : Fee;

/// <summary>A table that no key was made for.</summary>
public sealed class GateEntry
{
    public string UserId { get; set; } = "";

    public DateOnly EnteredOn { get; set; }
}
