// Reads one file and writes as many bytes as another has: what the bytes alone cost.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int count, char **arguments) {
    if (count != 4) return 64;
    static char block[1 << 18];
    int in = open(arguments[1], O_RDONLY);
    int out = open(arguments[3], O_WRONLY | O_CREAT | O_TRUNC, 0666);
    struct stat result;
    if (in < 0 || out < 0 || stat(arguments[2], &result) != 0) return 1;
    while (read(in, block, sizeof block) > 0) {}
    for (long left = result.st_size; left > 0; left -= sizeof block)
        if (write(out, block, left < (long)sizeof block ? (size_t)left : sizeof block) < 0) return 1;
    return fsync(out) == 0 ? 0 : 1;
}
