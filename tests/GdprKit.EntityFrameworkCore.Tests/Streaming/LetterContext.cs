using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Streaming;

internal sealed class LetterContext(DbContextOptions<LetterContext> options) : DbContext(options)
{
    // With its text a letter is as large for who reads keys as for who exports.
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Letter>().ToView("letters").HasKey(l => new { l.Told, l.Text });
}
