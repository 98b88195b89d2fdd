using System.ComponentModel.DataAnnotations;

namespace GdprKit.InMemory.Mapping;

public sealed class Guest
{
    public Guid Id { get; init; }

    [Microsoft.AspNetCore.Identity.PersonalData]
    [MaxLength(40)]
    public string Name { get; set; } = "";

    public string? Nickname { get; set; }

    public Residence? Home { get; set; }

    public List<Residence> Former { get; } = [];

    public List<string> Tags { get; } = [];

    public Uri? Website { get; set; }

    public ICollection<Stay> Stays { get; } = [];

    /// <summary>Kept nowhere: it is made of what is.</summary>
    public string Initial => Name[..1];
}
