using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GdprKit.Samples.Crm.Data;

/// <summary>The tables of Chinook that the shop uses. The database came first: there are no migrations; see <see cref="CrmSchema"/>.</summary>
public sealed class CrmDbContext(DbContextOptions<CrmDbContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Employee> Employees => Set<Employee>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<InvoiceLine> InvoiceLines => Set<InvoiceLine>();

    public DbSet<Track> Tracks => Set<Track>();

    public DbSet<Album> Albums => Set<Album>();

    public DbSet<Artist> Artists => Set<Artist>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(Configure);
        modelBuilder.Entity<Employee>(Configure);
        modelBuilder.Entity<Invoice>(Configure);
        modelBuilder.Entity<InvoiceLine>(Configure);
        modelBuilder.Entity<Track>(track =>
        {
            track.ToTable("Track");
            track.Property(t => t.Name).HasMaxLength(200);
        });
        modelBuilder.Entity<Album>(album =>
        {
            album.ToTable("Album");
            album.Property(a => a.Title).HasMaxLength(160);
        });
        modelBuilder.Entity<Artist>(artist =>
        {
            artist.ToTable("Artist");
            artist.Property(a => a.Name).HasMaxLength(120);
        });
        modelBuilder.UseGdprKit();
    }

    private static void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customer");
        customer.Property(c => c.FirstName).HasMaxLength(40);
        customer.Property(c => c.LastName).HasMaxLength(20);
        customer.Property(c => c.Company).HasMaxLength(80);
        customer.Property(c => c.Address).HasMaxLength(70);
        customer.Property(c => c.City).HasMaxLength(40);
        customer.Property(c => c.State).HasMaxLength(40);
        customer.Property(c => c.Country).HasMaxLength(40);
        customer.Property(c => c.PostalCode).HasMaxLength(10);
        customer.Property(c => c.Phone).HasMaxLength(24);
        customer.Property(c => c.Fax).HasMaxLength(24);
        customer.Property(c => c.Email).HasMaxLength(60);
        customer.Property(c => c.Language).HasMaxLength(8);
        customer.Property(c => c.Source).HasMaxLength(80);
        customer.Property(c => c.SignedUpOn).HasColumnType("DATETIME");
        customer.HasOne(c => c.SupportRep).WithMany(e => e.Customers).HasForeignKey(c => c.SupportRepId);
    }

    private static void Configure(EntityTypeBuilder<Employee> employee)
    {
        employee.ToTable("Employee");
        employee.Property(e => e.FirstName).HasMaxLength(20);
        employee.Property(e => e.LastName).HasMaxLength(20);
        employee.Property(e => e.Title).HasMaxLength(30);
        employee.Property(e => e.BirthDate).HasColumnType("DATETIME");
        employee.Property(e => e.HireDate).HasColumnType("DATETIME");
        employee.Property(e => e.LeftOn).HasColumnType("DATETIME");
        employee.Property(e => e.Address).HasMaxLength(70);
        employee.Property(e => e.City).HasMaxLength(40);
        employee.Property(e => e.State).HasMaxLength(40);
        employee.Property(e => e.Country).HasMaxLength(40);
        employee.Property(e => e.PostalCode).HasMaxLength(10);
        employee.Property(e => e.Phone).HasMaxLength(24);
        employee.Property(e => e.Fax).HasMaxLength(24);
        employee.Property(e => e.Email).HasMaxLength(60);
        employee.HasOne(e => e.Manager).WithMany(e => e.Team).HasForeignKey(e => e.ReportsTo);
    }

    private static void Configure(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.ToTable("Invoice");
        invoice.Property(i => i.InvoiceDate).HasColumnType("DATETIME");
        invoice.Property(i => i.BillingAddress).HasMaxLength(70);
        invoice.Property(i => i.BillingCity).HasMaxLength(40);
        invoice.Property(i => i.BillingState).HasMaxLength(40);
        invoice.Property(i => i.BillingCountry).HasMaxLength(40);
        invoice.Property(i => i.BillingPostalCode).HasMaxLength(10);
        invoice.Property(i => i.Total).HasColumnType("NUMERIC(10,2)");
    }

    private static void Configure(EntityTypeBuilder<InvoiceLine> line)
    {
        line.ToTable("InvoiceLine");
        line.Property(l => l.UnitPrice).HasColumnType("NUMERIC(10,2)");
        line.HasOne(l => l.Invoice).WithMany(i => i.Lines).HasForeignKey(l => l.InvoiceId);
    }
}
