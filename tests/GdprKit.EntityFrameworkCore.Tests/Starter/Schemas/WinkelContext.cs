using Microsoft.EntityFrameworkCore;

namespace Winkel;

/// <summary>A shop of which everything has a Dutch name.</summary>
public sealed class WinkelContext(DbContextOptions<WinkelContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Klant>();
        modelBuilder.Entity<Factuur>();
        modelBuilder.Entity<Medewerker>();
        modelBuilder.Entity<Verlof>();
        modelBuilder.Entity<Klantenkaart>();
    }
}

public sealed class Klant
{
    public int Id { get; set; }

    public required string Voornaam { get; set; }

    public string? Tussenvoegsel { get; set; }

    public required string Achternaam { get; set; }

    public required string Emailadres { get; set; }

    public string? Straat { get; set; }

    public int? Huisnummer { get; set; }

    public string? Postcode { get; set; }

    public string? Woonplaats { get; set; }

    public string? Rekeningnummer { get; set; }

    public string? Allergie { get; set; }

    public bool Nieuwsbrief { get; set; }

    public DateTime AangemaaktOp { get; set; }

    public ICollection<Factuur> Facturen { get; } = [];
}

public sealed class Factuur
{
    public int Id { get; set; }

    public Klant Klant { get; set; } = null!;

    public DateTime Vervaldatum { get; set; }

    public DateTime Factuurdatum { get; set; }

    public decimal Totaal { get; set; }

    public ICollection<Factuurregel> Regels { get; } = [];
}

public sealed class Factuurregel
{
    public int Id { get; set; }

    public Factuur Factuur { get; set; } = null!;

    public required string Omschrijving { get; set; }
}

public sealed class Medewerker
{
    public int Id { get; set; }

    public required string Voornaam { get; set; }

    public required string Achternaam { get; set; }

    public required string Bsn { get; set; }

    public DateOnly Geboortedatum { get; set; }

    public decimal Salaris { get; set; }

    public DateOnly? DatumUitDienst { get; set; }
}

public sealed class Verlof
{
    public int Id { get; set; }

    public Medewerker Medewerker { get; set; } = null!;

    public DateOnly Dag { get; set; }
}

/// <summary>A class that no list of words has.</summary>
public sealed class Klantenkaart
{
    public int Id { get; set; }

    public Klant Klant { get; set; } = null!;

    public int Punten { get; set; }
}
