using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Faults;

internal sealed class WorkshopContext(DbContextOptions<WorkshopContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Client>().ToTable("client");
        modelBuilder.Entity<Job>().ToTable("job");
        modelBuilder.Entity<Tag>().ToTable("tag");
    }
}
