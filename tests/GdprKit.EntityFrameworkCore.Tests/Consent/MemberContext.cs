using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Consent;

/// <summary>A host with members of its own beside the ledger.</summary>
public sealed class MemberContext(DbContextOptions<MemberContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseGdprKit();
}
