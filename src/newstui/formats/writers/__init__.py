"""Writers: articles with their marks in the formats of other programs. What is written here, `import` reads again."""
