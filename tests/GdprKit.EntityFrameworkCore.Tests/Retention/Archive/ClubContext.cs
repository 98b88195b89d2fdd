using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Members of two clubs, whose application shows those of one of them, and none that is archived.</summary>
public sealed class ClubContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClubMember>().HidesArchived(member => member.IsArchived).HasQueryFilter("Club", member => member.Club == 1);
        modelBuilder.UseGdprKit();
    }
}

/// <summary>Somebody, and what is remembered of them.</summary>
public sealed class ClubMember
{
    public int Id { get; set; }

    public int Club { get; set; } = 1;

    public string? Remark { get; set; }

    public DateOnly? LeftOn { get; set; }

    public bool IsArchived { get; set; }
}
